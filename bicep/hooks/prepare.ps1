# Before the first provisioning: a token between functions and workers, a key for the first caller, one that tenants' keys for remotes are sealed with, one that videos are marked with, the month that the budget begins with, and
# the build against the real Azure packages.
$ErrorActionPreference = 'Stop'

# azd hands its environment to dotnet, and MSBuild takes environment variables as properties.
azd env set AzurePackages true

if (-not $env:SORA_WORKER_TOKEN) {
    $bytes = [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(32)
    azd env set SORA_WORKER_TOKEN ([System.Convert]::ToHexString($bytes).ToLowerInvariant())
}

if (-not $env:SORA_FIRST_KEY) {
    $bytes = [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(32)
    $text = [System.Convert]::ToBase64String($bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=')
    azd env set SORA_FIRST_KEY "sk-sora-$text"
}

if (-not $env:SORA_REMOTE_KEYS) {
    $bytes = [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(32)
    azd env set SORA_REMOTE_KEYS "first:$([System.Convert]::ToBase64String($bytes))"
}

if (-not $env:SORA_WATERMARK_KEY) {
    $bytes = [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(32)
    azd env set SORA_WATERMARK_KEY ([System.Convert]::ToBase64String($bytes))
}

if (-not $env:SORA_BUDGET_START) {
    azd env set SORA_BUDGET_START (Get-Date -Format 'yyyy-MM-01')
}
