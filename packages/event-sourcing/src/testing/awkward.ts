/**
 * JSON that one store or another is known to change: text, numbers, order and shape. Half surrogates are refused at the
 * edge, since not every store can hold them; in a record's body they would be escapes of plain ASCII.
 */
export const awkward: Readonly<Record<string, unknown>> = {
  emoji: '🏖️ 👩‍👩‍👧 e\u0301 é',
  separators: '\u2028 \u2029 \u0085 \u00a0 \ufeff',
  controls: '\u0000 \u0001 \u001f \u007f \t \n \r\n',
  escapes: '\\ " \' ` %s \\u0041 </script>',
  empty: '',
  blank: ' ',
  nothing: null,
  yes: true,
  no: false,
  numbers: [0, -1, 0.1, 1e21, 5e-324, 9_007_199_254_740_991, -9_007_199_254_740_991],
  zeta: 1,
  alpha: 2,
  mid: { zeta: [], alpha: {}, '': 'an empty key', 'a.b': 'a dot', $set: 'a dollar', '#text': 'a hash' },
  deep: Array.from({ length: 60 }).reduce<unknown>((inner) => ({ inner }), 'the bottom'),
}
