// Where the workers run. A profile with GPUs is paid by the second and only while a replica runs.
param location string
param tags object
param name string
param workspaceId string

@description('Kind of GPU; none for CPUs alone.')
param gpuProfile string

@description('Subnet of its own inside the network; empty for an environment on the internet.')
param subnetId string

var consumption = [
  {
    name: 'Consumption'
    workloadProfileType: 'Consumption'
  }
]
var gpus = gpuProfile == 'none'
  ? []
  : [
      {
        name: 'gpu'
        workloadProfileType: gpuProfile
      }
    ]

resource environment 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    // Counts are not given: profiles that scale to zero refuse them.
    workloadProfiles: concat(consumption, gpus)
    vnetConfiguration: empty(subnetId)
      ? null
      : {
          internal: true
          infrastructureSubnetId: subnetId
        }
    // The other destination wants the workspace's key, which is switched off.
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: environment
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

output id string = environment.id
output domain string = environment.properties.defaultDomain
output address string = environment.properties.staticIp
