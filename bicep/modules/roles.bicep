// Who may do what, all of it. Nobody gets more than a row here says.
param functionsIdentityName string
param workerIdentityName string
param storageName string

@description('Name of the container that the workers share.')
param jobsContainer string
param insightsName string
param vaultName string
param safetyName string
param registryName string

@description('Name of the scheduler; empty when orchestrations are kept in the storage account.')
param schedulerName string

@description('Whether the vault holds servers that render for all tenants.')
param hasRemotes bool

@description('Whether the vault holds what tenants\' keys for remotes are sealed with.')
param hasRemoteKeys bool

@description('Whether the vault holds what videos are marked with.')
param hasShopifySecrets bool
param hasWriterKey bool
param hasRecogniserKey bool
param hasWatermarkKey bool

var roles = {
  acrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
  cognitiveServicesUser: 'a97b65f3-24c7-4388-baec-2e87135dc908'
  durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402'
  keyVaultCryptoUser: '12338af0-0e69-4776-bea7-57ae8d297424'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

// The host's locks and packages, the videos, the links; queues and tables only while orchestrations lie there.
var storageRoles = empty(schedulerName)
  ? [
      roles.storageBlobDataOwner
      roles.storageQueueDataContributor
      roles.storageTableDataContributor
    ]
  : [
      roles.storageBlobDataOwner
    ]

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: functionsIdentityName
}

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: workerIdentityName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource jobs 'containers' existing = {
      name: jobsContainer
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName

  resource key 'keys' existing = {
    name: 'content-signing'
  }

  resource token 'secrets' existing = {
    name: 'worker-token'
  }

  resource first 'secrets' existing = {
    name: 'first-key'
  }

  resource remotes 'secrets' existing = {
    name: 'remotes'
  }

  resource remoteKeys 'secrets' existing = {
    name: 'remote-keys'
  }

  resource shopifySecrets 'secrets' existing = {
    name: 'shopify-secrets'
  }

  resource writerKey 'secrets' existing = {
    name: 'writer-key'
  }

  resource recogniserKey 'secrets' existing = {
    name: 'recogniser-key'
  }

  resource watermarkKey 'secrets' existing = {
    name: 'watermark-key'
  }
}

resource safety 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: safetyName
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' existing = {
  name: registryName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' existing = if (!empty(schedulerName)) {
  name: schedulerName
}

resource dataInStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in storageRoles: {
    scope: storage
    name: guid(storage.id, functions.id, role)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: functions.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource sendTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, functions.id, roles.monitoringMetricsPublisher)
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.monitoringMetricsPublisher
    )
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource signManifests 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::key
  name: guid(vault::key.id, functions.id, roles.keyVaultCryptoUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultCryptoUser)
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource readTokenAsFunctions 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::token
  name: guid(vault::token.id, functions.id, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource readFirstKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::first
  name: guid(vault::first.id, functions.id, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource readRemotes 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (hasRemotes) {
  scope: vault::remotes
  name: guid(vault::remotes.id, functions.id, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource readRemoteKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (hasRemoteKeys) {
  scope: vault::remoteKeys
  name: guid(vault::remoteKeys.id, functions.id, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource readShopifySecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (hasShopifySecrets) {
  scope: vault::shopifySecrets
  name: guid(vault::shopifySecrets.id, functions.id, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource readWriterKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (hasWriterKey) {
  scope: vault::writerKey
  name: guid(vault::writerKey.id, functions.id, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource readRecogniserKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (hasRecogniserKey) {
  scope: vault::recogniserKey
  name: guid(vault::recogniserKey.id, functions.id, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource readWatermarkKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (hasWatermarkKey) {
  scope: vault::watermarkKey
  name: guid(vault::watermarkKey.id, functions.id, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource readTokenAsWorker 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::token
  name: guid(vault::token.id, worker.id, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: worker.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource shareJobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage::blobs::jobs
  name: guid(storage::blobs::jobs.id, worker.id, roles.storageBlobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
    principalId: worker.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource moderate 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: safety
  name: guid(safety.id, functions.id, roles.cognitiveServicesUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.cognitiveServicesUser)
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource pullImages 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, worker.id, roles.acrPull)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.acrPull)
    principalId: worker.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource orchestrate 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(schedulerName)) {
  scope: scheduler
  name: guid(scheduler.id, functions.id, roles.durableTaskDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.durableTaskDataContributor
    )
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
  }
}
