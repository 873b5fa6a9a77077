# The packed command, for people and build servers without Node: `npm pack`, then `docker build`.
FROM node:22.23.2-bookworm-slim
COPY safe-together-lint-*.tgz /tmp/
RUN npm install --global --ignore-scripts --no-audit --no-fund /tmp/safe-together-lint-*.tgz \
  && rm /tmp/safe-together-lint-*.tgz \
  && npm cache clean --force
USER node
WORKDIR /reports
ENTRYPOINT ["safe-together-lint"]
CMD ["--help"]
