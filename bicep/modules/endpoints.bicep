// A private endpoint for each service that the functions and the workers talk to.
param location string
param tags object
param networkId string
param subnetId string
param storageId string
param databaseId string
param safetyId string
param vaultId string

@description('The scheduler; empty when orchestrations are kept in the storage account, which then needs queues and tables.')
param schedulerId string

var suffix = environment().suffixes.storage
var always = [
  { group: 'blob', target: storageId, zone: 'privatelink.blob.${suffix}' }
  { group: 'vault', target: vaultId, zone: 'privatelink.vaultcore.azure.net' }
  { group: 'account', target: safetyId, zone: 'privatelink.cognitiveservices.azure.com' }
  { group: 'postgresqlServer', target: databaseId, zone: 'privatelink.postgres.database.azure.com' }
]
var orchestrations = empty(schedulerId)
  ? [
      { group: 'queue', target: storageId, zone: 'privatelink.queue.${suffix}' }
      { group: 'table', target: storageId, zone: 'privatelink.table.${suffix}' }
    ]
  : [
      { group: 'scheduler', target: schedulerId, zone: 'privatelink.durabletask.io' }
    ]

module endpoint 'endpoint.bicep' = [
  for item in concat(always, orchestrations): {
    name: 'endpoint-${item.group}'
    params: {
      location: location
      tags: tags
      name: 'pe-${item.group}-${uniqueString(item.target)}'
      targetId: item.target
      group: item.group
      zoneName: item.zone
      networkId: networkId
      subnetId: subnetId
    }
  }
]
