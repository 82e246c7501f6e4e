// Moderation of texts and pictures.
param location string
param tags object

@description('Also the host name, taken worldwide; a removed account keeps it until it is purged.')
param name string
param sku string
param publicAccess bool

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'ContentSafety'
  sku: {
    name: sku
  }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: publicAccess ? 'Allow' : 'Deny'
    }
  }
}

output id string = account.id
output endpoint string = account.properties.endpoint
