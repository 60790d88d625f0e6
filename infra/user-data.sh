#!/bin/bash
# Turns a bare Amazon Linux 2023 into a serving copy; on Debian it does the same, which is how it is tried without AWS.
# RELEASE is the tarball of `npm run release` (s3://… or a path), APP_ENV the app's variables in one line each, SECRETS the
# names of secrets, each as VARIABLE=secret-id. Safe to repeat.
set -euo pipefail
: "${RELEASE:?where the tarball is}" "${APP_ENV:?the variables of the app}"
SECRETS=${SECRETS:-}
LOG_GROUP=${LOG_GROUP:-}
home=/opt/smart-drive
# What Amazon Linux keeps up longest; the app itself asks for 20.9.
node_major=24
node=/usr/bin/node

# Tells CloudFormation how it went, which takes the change back when the new copies do not get ready.
signal() {
  [ -n "${SIGNAL_STACK:-}" ] || return 0
  dnf install -y -q aws-cfn-bootstrap
  /opt/aws/bin/cfn-signal --exit-code "$1" --stack "$SIGNAL_STACK" --resource "$SIGNAL_RESOURCE" --region "$AWS_DEFAULT_REGION"
}
trap 'signal $?' EXIT

has_systemd() { [ -d /run/systemd/system ]; }

install_node() {
  if command -v dnf > /dev/null; then
    dnf install -y -q "nodejs$node_major" tar gzip
    node=$(command -v "node-$node_major")
  elif ! [ -x "$home/node/bin/node" ]; then
    # Debian's own is older; the registry has the same binaries that nodejs.org has.
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ca-certificates npm > /dev/null
    npm install --silent --no-audit --no-fund --prefix "$home/node" "node-linux-$(dpkg --print-architecture | sed s/amd64/x64/)@$node_major"
    mkdir -p "$home/node/bin"
    ln -sf "$home"/node/node_modules/node-linux-*/bin/node "$home/node/bin/node"
    node=$home/node/bin/node
  else
    node=$home/node/bin/node
  fi
  "$node" --version
}

add_user() {
  id smart-drive > /dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin smart-drive
  install -d -m 755 "$home"
  install -d -m 750 -o smart-drive -g smart-drive /var/log/smart-drive
}

fetch_release() {
  case $RELEASE in
    s3://*) aws s3 cp --only-show-errors "$RELEASE" "$home/release.tar.gz" ;;
    *) cp "$RELEASE" "$home/release.tar.gz" ;;
  esac
  rm -rf "$home/app.new"
  mkdir "$home/app.new"
  tar -xzf "$home/release.tar.gz" --strip-components=1 --no-same-owner -C "$home/app.new"
  rm -rf "$home/app"
  mv "$home/app.new" "$home/app"
}

# The secrets are read at every start and lie in memory alone, so a restart is all that a new one needs.
write_start() {
  install -m 600 /dev/null /etc/smart-drive.env
  printf '%s\n' "$APP_ENV" > /etc/smart-drive.env
  cat > "$home/read-secrets" << END
#!/bin/bash
set -euo pipefail
umask 077
mkdir -p /run/smart-drive
: > /run/smart-drive/secrets.env
for pair in $SECRETS; do
  value=\$(aws secretsmanager get-secret-value --secret-id "\${pair#*=}" --query SecretString --output text)
  printf '%s="%s"\n' "\${pair%%=*}" "\${value//\$'\n'/\\\\n}" >> /run/smart-drive/secrets.env
done
END
  chmod 755 "$home/read-secrets"
}

# Nobody replaces a copy whose app ended, so systemd never gives it up: a secret or a table may be away for long.
# 20 s for the balancer to notice, then 20 s for what is running, and 5 s more before systemd loses patience.
write_unit() {
  cat > /etc/systemd/system/smart-drive.service << END
[Unit]
Description=Smart Drive
After=network-online.target
Wants=network-online.target
StartLimitIntervalSec=0

[Service]
User=smart-drive
EnvironmentFile=/etc/smart-drive.env
EnvironmentFile=-/run/smart-drive/secrets.env
ExecStartPre=+$home/read-secrets
ExecStart=$node $home/app/start.mjs
StandardOutput=append:/var/log/smart-drive/app.log
StandardError=inherit
Restart=always
RestartSec=2
TimeoutStopSec=45
LimitNOFILE=65536
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictSUIDSGID=yes
CapabilityBoundingSet=
ReadWritePaths=/var/log/smart-drive

[Install]
WantedBy=multi-user.target
END
  cat > /etc/logrotate.d/smart-drive << END
/var/log/smart-drive/app.log {
  size 100M
  rotate 3
  compress
  copytruncate
  missingok
}
END
}

ship_logs() {
  [ -n "$LOG_GROUP" ] || return 0
  dnf install -y -q amazon-cloudwatch-agent
  cat > /opt/aws/amazon-cloudwatch-agent/etc/smart-drive.json << END
{"logs": {"logs_collected": {"files": {"collect_list": [
  {"file_path": "/var/log/smart-drive/app.log", "log_group_name": "$LOG_GROUP", "log_stream_name": "{instance_id}"}]}}}}
END
  /opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s \
    -c file:/opt/aws/amazon-cloudwatch-agent/etc/smart-drive.json
}

start_app() {
  if has_systemd; then
    systemctl daemon-reload
    systemctl enable smart-drive
    systemctl restart smart-drive
    return
  fi
  "$home/read-secrets"
  set -a
  # shellcheck disable=SC1091
  . /etc/smart-drive.env
  . /run/smart-drive/secrets.env
  set +a
  setpriv --reuid smart-drive --regid smart-drive --init-groups --no-new-privs "$node" "$home/app/start.mjs" \
    >> /var/log/smart-drive/app.log 2>&1 &
  echo $! > /run/smart-drive/pid
}

wait_until_ready() {
  for _ in $(seq 60); do
    if "$node" -e "fetch('http://127.0.0.1:${PORT:-3000}/api/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"; then
      echo "The copy is ready."
      return 0
    fi
    sleep 2
  done
  tail -20 /var/log/smart-drive/app.log >&2
  return 1
}

# The balancer asks each 10 s, waits 5 s for an answer, and sends people here after two good ones: 25 s at most. A signal before
# that would end the old copy while nobody is sent to this one.
wait_for_balancer() {
  [ -n "${SIGNAL_STACK:-}" ] || return 0
  sleep 25
}

add_user
install_node
fetch_release
write_start
mkdir -p /etc/systemd/system /etc/logrotate.d
write_unit
ship_logs
start_app
wait_until_ready
wait_for_balancer
