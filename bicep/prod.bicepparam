// A deployment for customers, without azd: az deployment sub create --parameters bicep/prod.bicepparam
using './main.bicep'

import { prod } from 'sizes.bicep'

param environmentName = 'prod'
param location = readEnvironmentVariable('AZURE_LOCATION', 'swedencentral')
param size = prod
param workerToken = readEnvironmentVariable('SORA_WORKER_TOKEN')
param workerAudience = readEnvironmentVariable('SORA_WORKER_AUDIENCE', '')
param remotes = readEnvironmentVariable('SORA_REMOTES', '')
param remoteKeys = readEnvironmentVariable('SORA_REMOTE_KEYS', '')
param shopifyClientId = readEnvironmentVariable('SORA_SHOPIFY_CLIENT_ID', '')
param shopifySecrets = readEnvironmentVariable('SORA_SHOPIFY_SECRETS', '')
param writerUrl = readEnvironmentVariable('SORA_WRITER_URL', '')
param writerModel = readEnvironmentVariable('SORA_WRITER_MODEL', '')
param writerKey = readEnvironmentVariable('SORA_WRITER_KEY', '')
param recogniserUrl = readEnvironmentVariable('SORA_RECOGNISER_URL', '')
param recogniserModel = readEnvironmentVariable('SORA_RECOGNISER_MODEL', '')
param recogniserKey = readEnvironmentVariable('SORA_RECOGNISER_KEY', '')
param watermarkKey = readEnvironmentVariable('SORA_WATERMARK_KEY', '')
param firstKey = readEnvironmentVariable('SORA_FIRST_KEY')
param publicUrl = readEnvironmentVariable('SORA_PUBLIC_URL', '')
param alertEmail = readEnvironmentVariable('SORA_ALERT_EMAIL')
param budgetStart = readEnvironmentVariable('SORA_BUDGET_START')
param extraTags = {
  stage: 'prod'
}
