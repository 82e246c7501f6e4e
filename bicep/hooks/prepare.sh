#!/bin/sh
# Before the first provisioning: a token between functions and workers, a key for the first caller, one that tenants' keys for remotes are sealed with, one that videos are marked with, the month that the budget begins with, and
# the build against the real Azure packages.
set -eu

# azd hands its environment to dotnet, and MSBuild takes environment variables as properties.
azd env set AzurePackages true

if [ -z "${SORA_WORKER_TOKEN:-}" ]; then
    azd env set SORA_WORKER_TOKEN "$(openssl rand -hex 32)"
fi

if [ -z "${SORA_FIRST_KEY:-}" ]; then
    azd env set SORA_FIRST_KEY "sk-sora-$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')"
fi

if [ -z "${SORA_REMOTE_KEYS:-}" ]; then
    azd env set SORA_REMOTE_KEYS "first:$(openssl rand -base64 32)"
fi

if [ -z "${SORA_WATERMARK_KEY:-}" ]; then
    azd env set SORA_WATERMARK_KEY "$(openssl rand -base64 32)"
fi

if [ -z "${SORA_BUDGET_START:-}" ]; then
    azd env set SORA_BUDGET_START "$(date +%Y-%m-01)"
fi
