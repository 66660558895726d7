import { oracleAgrees } from './oracle-agrees.ts'

oracleAgrees(2)
