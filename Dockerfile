# An image of what `mvn package` has built; build that first:
#   mvn -B -ntp package && docker-compose build
FROM eclipse-temurin:17-jre

LABEL org.opencontainers.image.title="Vedette" \
      org.opencontainers.image.description="A streaming open-source-intelligence monitor: finds watched names in news and tells each story once." \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="Apache-2.0"

# A fixed number, so that the owner of a mounted directory can be set from outside.
RUN groupadd --gid 10001 vedette \
    && useradd --uid 10001 --gid vedette --no-create-home --home-dir /var/lib/vedette --shell /usr/sbin/nologin vedette \
    && mkdir -p /var/lib/vedette \
    && chown vedette:vedette /var/lib/vedette

COPY target/lib/ /opt/vedette/lib/
COPY vedette /opt/vedette/vedette
COPY config/ /opt/vedette/config/

ENV VEDETTE_DATA_DIRECTORY=/var/lib/vedette
VOLUME /var/lib/vedette
USER vedette
WORKDIR /opt/vedette
EXPOSE 8080

# Ready means: streams run and the broker answers. Bash speaks HTTP well enough to ask.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${VEDETTE_WEB_PORT:-8080} && printf 'GET /readyz HTTP/1.0\\r\\nHost: 127.0.0.1\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]

ENTRYPOINT ["/opt/vedette/vedette"]
CMD ["run"]
