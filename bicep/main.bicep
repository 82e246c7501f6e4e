// The whole service in a resource group of its own.
targetScope = 'subscription'

import { Size } from 'sizes.bicep'

@description('Name of this deployment: part of the resource group\'s name, and what azd finds it by.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Region of everything but the workers.')
@metadata({ azd: { type: 'location' } })
param location string

@description('Region of the workers: GPUs are not everywhere. With a private network it must be the region of all else.')
param workerLocation string = location

@description('How big; see sizes.bicep.')
param size Size

@description('Which worker renders: the one on CPUs, or the one on GPUs with model packages.')
param worker 'world' | 'gpu' = 'world'

@description('Engines, parted by commas, whose shots the GPU worker renders while the other does all else; empty for none.')
param gpuEngines string = ''

@description('Bearer token between functions and workers, 32 characters or more.')
@secure()
@minLength(32)
param workerToken string

@description('App ID URI of the workers\' app registration, such as api://GUID: functions then show tokens of their identity in place of the token above; empty for that.')
param workerAudience string = ''

@description('Servers that render for all tenants, a JSON array as in docs/remote.md, with their keys; empty for none.')
@secure()
param remotes string = ''

@description('What tenants\' keys for their own remotes are sealed with, id:base64 of 32 bytes, the newest first, joined by commas; empty: tenants have no remotes.')
@secure()
param remoteKeys string = ''

@description('Client id of the app at Shopify that this deployment is; empty for none.')
param shopifyClientId string = ''

@description('Secret of that app, or two joined by a comma while one replaces the other, the newest first; empty for none.')
@secure()
param shopifySecrets string = ''

@description('Where the chat completions of a language model that writes storyboards begin, such as https://api.openai.com/v1; empty for the built-in writer alone.')
param writerUrl string = ''

@description('Name of that model.')
param writerModel string = ''

@description('Its key; empty for a server that asks for none.')
@secure()
param writerKey string = ''

@description('Where the audio transcriptions of a model begin that hears what is said in callers\' own sound, such as https://api.openai.com/v1; empty for no captions of it.')
param recogniserUrl string = ''

@description('Name of that model.')
param recogniserModel string = ''

@description('Its key; empty for a server that asks for none.')
@secure()
param recogniserKey string = ''

@description('What videos are invisibly marked with, 32 random bytes in base64: who has it can find and remove marks, and with it lost none can be read; empty for no marks.')
@secure()
param watermarkKey string = ''

@description('Key of the first caller, sk-sora- and 32 random bytes in base64url: taken while no one has a key, and worth nothing after it is revoked.')
@secure()
@minLength(51)
param firstKey string

@description('Where the world reaches the service, such as https://video.example.com; empty for the host name it is given.')
param publicUrl string = ''

@description('Who signs the videos; stands in the certificate.')
@maxLength(45)
param organisation string = 'SoraFunctions (self-made)'

@description('The tenant that is shown what verification finds of all tenants; empty for none.')
param operatorTenant string = ''

@description('What things cost, as a JSON array of prices such as [{"stage":"render","engine":"world","per":"work-second","usd":0.00005,"since":"2026-11-01"}]; empty for what remotes ask alone.')
param prices string = ''

@description('How orders are judged, which no tenant gets below, as a JSON object such as {"fail_closed":true,"review_hours":72,"escalate_hours":48}; empty for what is built in.')
param moderation string = ''

@description('Whether files are verified for callers without a key: true or false.')
param openVerification string = 'false'

@description('Whether everybody who has a copy of a video is given its manifest: true or false.')
param openManifests string = 'false'

@description('Certificate chain of the operator in PEM, \\n for line ends; empty for a self-made one.')
param signingCertificates string = ''

@description('Signing keys of tenants with a key of their own, as JSON by tenant; empty for none.')
param signingTenants string = ''

@description('Address of an RFC 3161 authority that time-stamps signatures; empty for none.')
param timestampUrl string = ''

@description('Whether signed links to videos work on the internet, should the network be private.')
param publicLinks bool = true

@description('True once the rule on manifests was locked by hand.')
param manifestsLocked bool = false

@description('Address that hears of alerts and of the budget; empty for nobody.')
param alertEmail string = ''

@description('Address of an OpenTelemetry collector that functions and workers send to; empty for none.')
param collectorUrl string = ''

@description('First month of the budget, as yyyy-MM-01: the present one at the first deployment, and the same ever after.')
param budgetStart string

@description('Whether the app is there already and keeps the image it runs; azd knows.')
param worldExists bool = false

@description('The same for the app on GPUs.')
param gpuExists bool = false

@description('More tags for everything.')
param extraTags object = {}

var tags = union(extraTags, {
  application: 'SoraFunctions'
  'azd-env-name': environmentName
})

// Kind, application, 13 letters that only this deployment has. Storage and registry take no dashes, a vault 24 characters.
var unique = uniqueString(subscription().id, environmentName, location)
var names = {
  group: 'rg-sora-${environmentName}'
  functionsIdentity: 'id-sora-functions-${unique}'
  workerIdentity: 'id-sora-worker-${unique}'
  workspace: 'log-sora-${unique}'
  insights: 'appi-sora-${unique}'
  network: 'vnet-sora-${unique}'
  storage: 'stsora${unique}'
  database: 'psql-sora-${unique}'
  safety: 'cs-sora-${unique}'
  vault: 'kv-sora-${unique}'
  registry: 'crsora${unique}'
  scheduler: 'dts-sora-${unique}'
  environment: 'cae-sora-${unique}'
  world: 'ca-world-${unique}'
  gpu: 'ca-gpu-${unique}'
  plan: 'plan-sora-${unique}'
  functions: 'func-sora-${unique}'
  alerts: 'sora-${unique}'
  budget: 'budget-sora-${unique}'
}

var isPrivate = size.privateNetwork
var hasGpu = size.gpu.profile != 'none'
var hasScheduler = size.durable == 'Scheduler'

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: names.group
  location: location
  tags: tags
}

module identities 'modules/identities.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    functionsName: names.functionsIdentity
    workerName: names.workerIdentity
  }
}

module observability 'modules/observability.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceName: names.workspace
    insightsName: names.insights
    retentionDays: size.logs.retentionDays
    dailyGb: size.logs.dailyGb
  }
}

module network 'modules/network.bicep' = if (isPrivate) {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.network
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.storage
    sku: size.storageSku
    publicAccess: !isPrivate || publicLinks
    manifestDays: size.manifestDays
    manifestsLocked: manifestsLocked
  }
}

module database 'modules/database.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.database
    sku: size.postgres.sku
    tier: size.postgres.tier
    storageGb: size.postgres.storageGb
    backupDays: size.postgres.backupDays
    geoBackup: size.postgres.geoBackup
    highAvailability: size.postgres.highAvailability
    publicAccess: !isPrivate
    ownerId: identities.outputs.functionsPrincipalId
    ownerName: names.functionsIdentity
  }
}

module safety 'modules/safety.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.safety
    sku: size.contentSafetySku
    publicAccess: !isPrivate
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.vault
    publicAccess: !isPrivate
    purgeProtection: size.purgeProtection
    workerToken: workerToken
    firstKey: firstKey
    remotes: remotes
    remoteKeys: remoteKeys
    watermarkKey: watermarkKey
    shopifySecrets: shopifySecrets
    writerKey: writerKey
    recogniserKey: recogniserKey
  }
}

module registry 'modules/registry.bicep' = {
  scope: group
  params: {
    location: workerLocation
    tags: tags
    name: names.registry
    sku: size.registrySku
  }
}

module scheduler 'modules/scheduler.bicep' = if (hasScheduler) {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.scheduler
    publicAccess: !isPrivate
  }
}

module endpoints 'modules/endpoints.bicep' = if (isPrivate) {
  scope: group
  params: {
    location: location
    tags: tags
    networkId: network!.outputs.networkId
    subnetId: network!.outputs.endpointsSubnetId
    storageId: storage.outputs.id
    databaseId: database.outputs.id
    safetyId: safety.outputs.id
    vaultId: vault.outputs.id
    schedulerId: hasScheduler ? scheduler!.outputs.id : ''
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    functionsIdentityName: names.functionsIdentity
    workerIdentityName: names.workerIdentity
    storageName: storage.outputs.name
    jobsContainer: storage.outputs.jobsContainer
    insightsName: observability.outputs.insightsName
    vaultName: vault.outputs.name
    safetyName: names.safety
    registryName: registry.outputs.name
    schedulerName: hasScheduler ? scheduler!.outputs.name : ''
    hasRemotes: !empty(remotes)
    hasRemoteKeys: !empty(remoteKeys)
    hasWatermarkKey: !empty(watermarkKey)
    hasShopifySecrets: !empty(shopifySecrets)
    hasWriterKey: !empty(writerKey)
    hasRecogniserKey: !empty(recogniserKey)
  }
  // These are looked up by name, which makes nothing wait for them.
  dependsOn: [identities, safety]
}

module environment 'modules/environment.bicep' = {
  scope: group
  params: {
    location: workerLocation
    tags: tags
    name: names.environment
    workspaceId: observability.outputs.workspaceId
    gpuProfile: size.gpu.profile
    subnetId: isPrivate ? network!.outputs.containersSubnetId : ''
  }
}

module environmentNames 'modules/environment-names.bicep' = if (isPrivate) {
  scope: group
  params: {
    tags: tags
    domain: environment.outputs.domain
    address: environment.outputs.address
    networkId: network!.outputs.networkId
  }
}

module worldImage 'modules/deployed-image.bicep' = {
  scope: group
  params: {
    name: names.world
    exists: worldExists
  }
}

module world 'modules/worker.bicep' = {
  scope: group
  params: {
    location: workerLocation
    tags: union(tags, { 'azd-service-name': 'world' })
    name: names.world
    environmentId: environment.outputs.id
    identityId: identities.outputs.workerId
    identityClientId: identities.outputs.workerClientId
    callerAudience: workerAudience
    callerId: identities.outputs.functionsPrincipalId
    storeUrl: '${storage.outputs.blobUrl}${storage.outputs.jobsContainer}'
    registryServer: registry.outputs.server
    image: worldImage.outputs.image
    workerTokenUrl: vault.outputs.workerTokenUrl
    profile: 'Consumption'
    cores: 4
    memory: '8Gi'
    diskBudget: '4294967296'
    maximumReplicas: size.worldReplicas
    collectorUrl: collectorUrl
  }
  dependsOn: [roles, endpoints]
}

module gpuImage 'modules/deployed-image.bicep' = if (hasGpu) {
  scope: group
  params: {
    name: names.gpu
    exists: gpuExists
  }
}

module gpu 'modules/worker.bicep' = if (hasGpu) {
  scope: group
  params: {
    location: workerLocation
    tags: union(tags, { 'azd-service-name': 'gpu' })
    name: names.gpu
    environmentId: environment.outputs.id
    identityId: identities.outputs.workerId
    identityClientId: identities.outputs.workerClientId
    callerAudience: workerAudience
    callerId: identities.outputs.functionsPrincipalId
    storeUrl: '${storage.outputs.blobUrl}${storage.outputs.jobsContainer}'
    registryServer: registry.outputs.server
    image: gpuImage!.outputs.image
    workerTokenUrl: vault.outputs.workerTokenUrl
    profile: 'gpu'
    cores: size.gpu.profile == 'Consumption-GPU-NC24-A100' ? 24 : 8
    memory: size.gpu.profile == 'Consumption-GPU-NC24-A100' ? '220Gi' : '56Gi'
    diskBudget: '4294967296'
    maximumReplicas: size.gpu.replicas
    collectorUrl: collectorUrl
  }
  dependsOn: [roles, endpoints]
}

var rendersOnGpu = worker == 'gpu' && hasGpu

module functions 'modules/functions.bicep' = {
  scope: group
  params: {
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    planName: names.plan
    name: names.functions
    publicUrl: publicUrl
    organisation: organisation
    operatorTenant: operatorTenant
    prices: prices
    moderation: moderation
    openVerification: openVerification
    openManifests: openManifests
    signingCertificates: signingCertificates
    signingTenants: signingTenants
    timestampUrl: timestampUrl
    memoryMb: size.functions.memoryMb
    maximumInstances: size.functions.maximumInstances
    alwaysReadyDurable: size.functions.alwaysReadyDurable
    identityId: identities.outputs.functionsId
    identityClientId: identities.outputs.functionsClientId
    identityName: names.functionsIdentity
    storageBlobUrl: storage.outputs.blobUrl
    storageQueueUrl: storage.outputs.queueUrl
    storageTableUrl: storage.outputs.tableUrl
    contentContainer: storage.outputs.contentContainer
    manifestsContainer: storage.outputs.manifestsContainer
    identityContainer: storage.outputs.identityContainer
    deploymentsContainer: storage.outputs.deploymentsContainer
    databaseHost: database.outputs.host
    databaseName: database.outputs.database
    databaseConnections: size.postgres.connectionsPerInstance
    contentSafetyUrl: safety.outputs.endpoint
    signingKeyUrl: vault.outputs.keyUrl
    workerUrl: rendersOnGpu ? gpu!.outputs.url : world.outputs.url
    workers: empty(gpuEngines) || rendersOnGpu || !hasGpu ? '' : '${gpuEngines}=${gpu!.outputs.url}'
    workerTokenUrl: vault.outputs.workerTokenUrl
    workerAudience: workerAudience
    remotesUrl: empty(remotes) ? '' : vault.outputs.remotesUrl
    remoteKeysUrl: empty(remoteKeys) ? '' : vault.outputs.remoteKeysUrl
    shopifyClientId: shopifyClientId
    shopifySecretsUrl: empty(shopifySecrets) ? '' : vault.outputs.shopifyUrl
    writerUrl: writerUrl
    writerModel: writerModel
    writerKeyUrl: empty(writerKey) ? '' : vault.outputs.writerKeyUrl
    recogniserUrl: recogniserUrl
    recogniserModel: recogniserModel
    recogniserKeyUrl: empty(recogniserKey) ? '' : vault.outputs.recogniserKeyUrl
    watermarkKeyUrl: empty(watermarkKey) ? '' : vault.outputs.watermarkKeyUrl
    firstKeyUrl: vault.outputs.firstKeyUrl
    insightsConnection: observability.outputs.insightsConnection
    collectorUrl: collectorUrl
    schedulerEndpoint: hasScheduler ? scheduler!.outputs.endpoint : ''
    schedulerHub: hasScheduler ? scheduler!.outputs.hub : ''
    subnetId: isPrivate ? network!.outputs.functionsSubnetId : ''
  }
  dependsOn: [roles, endpoints, environmentNames]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    prefix: names.alerts
    email: alertEmail
    workspaceId: observability.outputs.workspaceId
    storageId: hasScheduler ? '' : storage.outputs.id
    workerHost: replace(rendersOnGpu ? gpu!.outputs.url : world.outputs.url, 'https://', '')
    gpuAppId: hasGpu ? gpu!.outputs.id : ''
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    name: names.budget
    amount: size.monthlyBudget
    start: budgetStart
    email: alertEmail
    actionGroupId: alerts.outputs.actionGroupId
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.server
output SORA_URL string = functions.outputs.url
output SORA_WORLD_URL string = world.outputs.url
output SORA_GPU_URL string = hasGpu ? gpu!.outputs.url : ''
output SORA_GPU bool = hasGpu
output SORA_STORAGE_ACCOUNT string = storage.outputs.name
