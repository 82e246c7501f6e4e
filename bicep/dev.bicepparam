// A deployment to try it, without azd: az deployment sub create --parameters bicep/dev.bicepparam
using './main.bicep'

import { dev } from 'sizes.bicep'

param environmentName = 'dev'
param location = readEnvironmentVariable('AZURE_LOCATION', 'swedencentral')
param size = dev
param workerToken = readEnvironmentVariable('SORA_WORKER_TOKEN')
param firstKey = readEnvironmentVariable('SORA_FIRST_KEY')
param alertEmail = readEnvironmentVariable('SORA_ALERT_EMAIL', '')
param budgetStart = readEnvironmentVariable('SORA_BUDGET_START')
