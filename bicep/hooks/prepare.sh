#!/bin/sh
# Before the first provisioning: a token between functions and workers, and the build against the real Azure packages.
set -eu

# azd hands its environment to dotnet, and MSBuild takes environment variables as properties.
azd env set AzurePackages true

if [ -z "${SORA_WORKER_TOKEN:-}" ]; then
    azd env set SORA_WORKER_TOKEN "$(openssl rand -hex 32)"
fi
