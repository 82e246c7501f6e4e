// The functions app, on a plan that scales to zero. Settings beginning with SORA_ are the app's own; the rest is for its host.
param location string
param tags object
param planName string
param name string

@description('Where the world reaches the app; empty for its own host name.')
param publicUrl string
param organisation string
param operatorTenant string

@description('What things cost: a JSON array of prices; empty for what remotes ask alone.')
param prices string

@description('How orders are judged, which no tenant gets below: a JSON object; empty for what is built in.')
param moderation string
param openVerification string
param openManifests string

@description('The operator\'s certificate chain in PEM with \\n for line ends; empty for a self-made one.')
param signingCertificates string

@description('Signing keys of tenants with a key of their own, as JSON by tenant; empty for none.')
param signingTenants string

@description('Address of an RFC 3161 authority that time-stamps signatures; empty for none.')
param timestampUrl string

param memoryMb int
param maximumInstances int
param alwaysReadyDurable int

param identityId string
param identityClientId string
param identityName string
param storageBlobUrl string
param storageQueueUrl string
param storageTableUrl string
param contentContainer string
param manifestsContainer string
param identityContainer string
param deploymentsContainer string
param databaseHost string
param databaseName string
param databaseConnections int
param contentSafetyUrl string
param signingKeyUrl string
param workerUrl string

@description('Workers that have engines of their own, as SORA_WORKERS takes them; empty for none.')
param workers string
param workerTokenUrl string

@description('App ID URI of the workers\' app registration; empty to show the token.')
param workerAudience string

@description('Secret with the servers that render for all tenants; empty for none.')
param remotesUrl string

@description('Secret with what tenants\' keys for remotes are sealed with; empty for none.')
param remoteKeysUrl string

@description('Client id of the app at Shopify; empty for none.')
param shopifyClientId string

@description('Secret with that app\'s own; empty for none.')
param shopifySecretsUrl string

@description('Where the chat completions of the language model that writes storyboards begin; empty for none.')
param writerUrl string

@description('Name of that model.')
param writerModel string

@description('Secret of the vault that is its key; empty for none.')
param writerKeyUrl string

@description('Where the audio transcriptions of the model begin that hears what is said in callers\' own sound; empty for none.')
param recogniserUrl string

@description('Name of that model.')
param recogniserModel string

@description('Secret of the vault that is its key; empty for none.')
param recogniserKeyUrl string

@description('Secret with what videos are marked with; empty for no marks.')
param watermarkKeyUrl string
param firstKeyUrl string
param insightsConnection string

@description('Address of an OpenTelemetry collector; empty for none.')
param collectorUrl string

@description('Address of the scheduler; empty when orchestrations are kept in the storage account.')
param schedulerEndpoint string
param schedulerHub string

@description('Subnet for calls to other services; empty for none.')
param subnetId string

var durablePrefix = 'AzureFunctionsJobHost__extensions__durableTask'

// host.json says storage; with a scheduler these override it. That each of the keys can be overridden is unverified.
var durableInScheduler = {
  '${durablePrefix}__hubName': schedulerHub
  '${durablePrefix}__storageProvider__type': 'azureManaged'
  '${durablePrefix}__storageProvider__connectionStringName': 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
}

var hostSettings = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: storageBlobUrl
  AzureWebJobsStorage__queueServiceUri: storageQueueUrl
  AzureWebJobsStorage__tableServiceUri: storageTableUrl
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

var ownSettings = {
  AZURE_CLIENT_ID: identityClientId
  SORA_PUBLIC_URL: empty(publicUrl) ? 'https://${name}.azurewebsites.net' : publicUrl
  SORA_ORGANISATION: organisation
  SORA_OPERATOR_TENANT: operatorTenant
  SORA_PRICES: prices
  SORA_MODERATION: moderation
  SORA_OPEN_VERIFICATION: openVerification
  SORA_OPEN_MANIFESTS: openManifests
  SORA_BLOBS_URL: storageBlobUrl
  SORA_BLOBS_CONTAINER: contentContainer
  SORA_MANIFESTS_CONTAINER: manifestsContainer
  SORA_SIGNING_CONTAINER: identityContainer
  SORA_SIGNING_KEY_URL: signingKeyUrl
  SORA_SIGNING_CERTIFICATES: signingCertificates
  SORA_SIGNING_TENANTS: signingTenants
  SORA_TIMESTAMP_URL: timestampUrl
  SORA_DATABASE: 'Host=${databaseHost};Database=${databaseName};Username=${identityName};SSL Mode=VerifyFull;Maximum Pool Size=${databaseConnections}'
  SORA_CONTENT_SAFETY_URL: contentSafetyUrl
  SORA_WORKER_URL: workerUrl
  SORA_WORKERS: workers
  SORA_WORKER_AUDIENCE: workerAudience
  SORA_WORKER_TOKEN: empty(workerAudience) ? '@Microsoft.KeyVault(SecretUri=${workerTokenUrl})' : ''
  SORA_REMOTES: empty(remotesUrl) ? '' : '@Microsoft.KeyVault(SecretUri=${remotesUrl})'
  SORA_REMOTE_KEYS: empty(remoteKeysUrl) ? '' : '@Microsoft.KeyVault(SecretUri=${remoteKeysUrl})'
  SORA_SHOPIFY_CLIENT_ID: shopifyClientId
  SORA_SHOPIFY_SECRETS: empty(shopifySecretsUrl) ? '' : '@Microsoft.KeyVault(SecretUri=${shopifySecretsUrl})'
  SORA_WRITER_URL: writerUrl
  SORA_WRITER_MODEL: writerModel
  SORA_WRITER_KEY: empty(writerKeyUrl) ? '' : '@Microsoft.KeyVault(SecretUri=${writerKeyUrl})'
  SORA_RECOGNISER_URL: recogniserUrl
  SORA_RECOGNISER_MODEL: recogniserModel
  SORA_RECOGNISER_KEY: empty(recogniserKeyUrl) ? '' : '@Microsoft.KeyVault(SecretUri=${recogniserKeyUrl})'
  SORA_WATERMARK_KEY: empty(watermarkKeyUrl) ? '' : '@Microsoft.KeyVault(SecretUri=${watermarkKeyUrl})'
  SORA_FIRST_KEY: '@Microsoft.KeyVault(SecretUri=${firstKeyUrl})'
}

var settings = union(
  hostSettings,
  ownSettings,
  empty(schedulerEndpoint) ? {} : durableInScheduler,
  empty(collectorUrl) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl }
)

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    outboundVnetRouting: empty(subnetId)
      ? null
      : {
          allTraffic: true
        }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storageBlobUrl}${deploymentsContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        // Not '10': that is accepted, and then the host never starts.
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: memoryMb
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReadyDurable > 0
          ? [
              {
                name: 'durable'
                instanceCount: alwaysReadyDurable
              }
            ]
          : []
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: [
        for setting in items(settings): {
          name: setting.key
          value: setting.value
        }
      ]
    }
  }
}

output id string = app.id
output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
