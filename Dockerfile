# Oops for production: the bot alone, without the local Slack.
#
#   docker build -t oops .
#   docker run --env-file .env -v oops-data:/data -p 3000:3000 oops
#
# With DATABASE_URL the volume is not needed. In Socket Mode the port serves health and metrics only.

ARG NODE_VERSION=24

# --- Builds dist/ with everything, and throws that away ---------------------------------------------------------
FROM node:${NODE_VERSION}-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Install scripts are not needed: every tool comes with its binary in a package.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY prisma ./prisma
COPY scripts ./scripts
COPY src ./src
RUN node scripts/build.mjs \
  # A development tool. Without it, missing tokens are told instead of starting a sandbox.
  && rm -rf dist/sandbox

# --- Production dependencies only -------------------------------------------------------------------------------
FROM node:${NODE_VERSION}-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

# --- What runs --------------------------------------------------------------------------------------------------
FROM node:${NODE_VERSION}-slim
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  DATA_DIR=/data
WORKDIR /app
# The program belongs to root, so the process cannot change it; only /data is its own.
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY prisma/migrations ./prisma/migrations
COPY playbooks ./playbooks
COPY --from=build /app/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# The first start makes a database, which can take some seconds.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
