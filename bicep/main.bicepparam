// What azd takes: SORA_SIZE says which size, azd's own variables say the rest.
using './main.bicep'

import { dev, prod } from 'sizes.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param workerLocation = readEnvironmentVariable('SORA_WORKER_LOCATION', readEnvironmentVariable('AZURE_LOCATION'))
param size = readEnvironmentVariable('SORA_SIZE', 'dev') == 'prod' ? prod : dev
param worker = readEnvironmentVariable('SORA_RENDER_ON', 'world') == 'gpu' ? 'gpu' : 'world'
param gpuEngines = readEnvironmentVariable('SORA_GPU_ENGINES', '')
param workerToken = readEnvironmentVariable('SORA_WORKER_TOKEN')
param workerAudience = readEnvironmentVariable('SORA_WORKER_AUDIENCE', '')
param remotes = readEnvironmentVariable('SORA_REMOTES', '')
param remoteKeys = readEnvironmentVariable('SORA_REMOTE_KEYS', '')
param shopifyClientId = readEnvironmentVariable('SORA_SHOPIFY_CLIENT_ID', '')
param shopifySecrets = readEnvironmentVariable('SORA_SHOPIFY_SECRETS', '')
param writerUrl = readEnvironmentVariable('SORA_WRITER_URL', '')
param writerModel = readEnvironmentVariable('SORA_WRITER_MODEL', '')
param writerKey = readEnvironmentVariable('SORA_WRITER_KEY', '')
param watermarkKey = readEnvironmentVariable('SORA_WATERMARK_KEY', '')
param firstKey = readEnvironmentVariable('SORA_FIRST_KEY')
param publicUrl = readEnvironmentVariable('SORA_PUBLIC_URL', '')
param organisation = readEnvironmentVariable('SORA_ORGANISATION', 'SoraFunctions (self-made)')
param operatorTenant = readEnvironmentVariable('SORA_OPERATOR_TENANT', '')
param prices = readEnvironmentVariable('SORA_PRICES', '')
param moderation = readEnvironmentVariable('SORA_MODERATION', '')
param openVerification = readEnvironmentVariable('SORA_OPEN_VERIFICATION', 'false')
param openManifests = readEnvironmentVariable('SORA_OPEN_MANIFESTS', 'false')
param signingCertificates = readEnvironmentVariable('SORA_SIGNING_CERTIFICATES', '')
param signingTenants = readEnvironmentVariable('SORA_SIGNING_TENANTS', '')
param timestampUrl = readEnvironmentVariable('SORA_TIMESTAMP_URL', '')
param manifestsLocked = bool(readEnvironmentVariable('SORA_MANIFESTS_LOCKED', 'false'))
param alertEmail = readEnvironmentVariable('SORA_ALERT_EMAIL', '')
param collectorUrl = readEnvironmentVariable('SORA_COLLECTOR_URL', '')
param budgetStart = readEnvironmentVariable('SORA_BUDGET_START')
param worldExists = bool(readEnvironmentVariable('SERVICE_WORLD_RESOURCE_EXISTS', 'false'))
param gpuExists = bool(readEnvironmentVariable('SERVICE_GPU_RESOURCE_EXISTS', 'false'))
