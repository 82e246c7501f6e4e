// The key that signs manifests never leaves the vault. Secrets lie beside it.
param location string
param tags object
param name string
param publicAccess bool

@description('Once true it stays true: the name is then taken for 90 days after the vault is removed.')
param purgeProtection bool

@secure()
param workerToken string

@secure()
param firstKey string

@secure()
param remotes string

@secure()
param remoteKeys string

@secure()
param shopifySecrets string

@secure()
param watermarkKey string

@secure()
param writerKey string

@secure()
param recogniserKey string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // The service takes true or nothing.
    enablePurgeProtection: purgeProtection ? true : null
    publicNetworkAccess: publicAccess ? 'enabled' : 'disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: publicAccess ? 'Allow' : 'Deny'
    }
  }
}

// That a deployment never makes a new version of a key that is there is unverified; the functions keep the versioned id in manifests.
resource key 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'content-signing'
  tags: tags
  properties: {
    kty: 'EC'
    curveName: 'P-256'
    keyOps: [
      'sign'
      'verify'
    ]
  }
}

resource token 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'worker-token'
  tags: tags
  properties: {
    value: workerToken
  }
}

resource first 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'first-key'
  tags: tags
  properties: {
    value: firstKey
  }
}

resource shared 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(remotes)) {
  parent: vault
  name: 'remotes'
  tags: tags
  properties: {
    value: remotes
  }
}

resource ring 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(remoteKeys)) {
  parent: vault
  name: 'remote-keys'
  tags: tags
  properties: {
    value: remoteKeys
  }
}

resource mark 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(watermarkKey)) {
  parent: vault
  name: 'watermark-key'
  tags: tags
  properties: {
    value: watermarkKey
  }
}

resource shopify 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(shopifySecrets)) {
  parent: vault
  name: 'shopify-secrets'
  tags: tags
  properties: {
    value: shopifySecrets
  }
}

resource writer 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(writerKey)) {
  parent: vault
  name: 'writer-key'
  tags: tags
  properties: {
    value: writerKey
  }
}

resource recogniser 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(recogniserKey)) {
  parent: vault
  name: 'recogniser-key'
  tags: tags
  properties: {
    value: recogniserKey
  }
}

output id string = vault.id
output name string = vault.name
output keyUrl string = key.properties.keyUri
output workerTokenUrl string = token.properties.secretUri
output firstKeyUrl string = first.properties.secretUri
output remotesUrl string = '${vault.properties.vaultUri}secrets/remotes'
output remoteKeysUrl string = '${vault.properties.vaultUri}secrets/remote-keys'
output shopifyUrl string = '${vault.properties.vaultUri}secrets/shopify-secrets'
output writerKeyUrl string = '${vault.properties.vaultUri}secrets/writer-key'
output recogniserKeyUrl string = '${vault.properties.vaultUri}secrets/recogniser-key'
output watermarkKeyUrl string = '${vault.properties.vaultUri}secrets/watermark-key'
