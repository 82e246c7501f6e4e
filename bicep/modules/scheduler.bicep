// Orchestrations in a service of their own, for those that outgrow the storage account.
param location string
param tags object
param name string
param publicAccess bool

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'Consumption'
    }
    // An empty list would deny everyone; who may do what is decided by role.
    ipAllowlist: [
      '0.0.0.0/0'
    ]
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
  }

  resource hub 'taskHubs' = {
    name: 'sorafunctions'
  }
}

output id string = scheduler.id
output name string = scheduler.name
output endpoint string = scheduler.properties.endpoint
output hub string = scheduler::hub.name
