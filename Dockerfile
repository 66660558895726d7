# Awayday for one machine: docker build -t awayday . (see compose.yaml and docs/self-host.md)
ARG NODE=node:24-bookworm-slim

# The web app, with the tools that build it.
FROM ${NODE} AS web
ARG NPM_CONFIG_REGISTRY
WORKDIR /awayday
COPY . .
RUN npx -y pnpm@12 install --frozen-lockfile --filter "@awayday/host..." \
 && node tools/host/src/cli/build-web.ts

# The product, its backups and its moves, and nothing that builds or tests.
FROM ${NODE}
ARG NPM_CONFIG_REGISTRY
WORKDIR /awayday
COPY . .
RUN npx -y pnpm@12 install --frozen-lockfile --prod \
      --filter "@awayday/host..." --filter "@awayday/backup..." --filter "@awayday/switch..." \
 && rm -rf /root/.npm /root/.cache /root/.local \
 && mkdir -p /data node_modules/.cache \
 && chown 1000:1000 /data node_modules/.cache
COPY --from=web /awayday/services/dashboard/dist services/dashboard/dist
ENV AWAYDAY_DATA_DIR=/data AWAYDAY_LOG=info NODE_ENV=production
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "scripts/start.ts", "--host", "0.0.0.0"]
