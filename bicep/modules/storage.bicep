// One account for blobs, and for orchestrations unless a scheduler keeps them. No keys: every caller is an identity.
param location string
param tags object
param name string
param sku string

@description('Whether callers on the internet can follow signed links to videos; without a key or a link they get nothing either way.')
param publicAccess bool

@description('Days that a manifest can be neither changed nor removed; 0 for no such rule.')
param manifestDays int

@description('True once the rule was locked by hand: templates then leave it alone, since a locked one can not be written again.')
param manifestsLocked bool

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: publicAccess ? 'Allow' : 'Deny'
    }
    sasPolicy: {
      sasExpirationPeriod: '07.00:00:00'
      expirationAction: 'Log'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: {
        enabled: true
        days: 14
      }
      containerDeleteRetentionPolicy: {
        enabled: true
        days: 14
      }
    }

    resource content 'containers' = {
      name: 'content'
    }

    resource identity 'containers' = {
      name: 'identity'
    }

    resource deployments 'containers' = {
      name: 'deployments'
    }

    // What all replicas of the worker share: jobs and assets.
    resource jobs 'containers' = {
      name: 'worker'
    }

    // Whether a container keeps versions immutable is decided when it is made, once and for all.
    resource manifests 'containers' = {
      name: 'manifests'
      properties: {
        immutableStorageWithVersioning: {
          enabled: true
        }
      }

      resource rule 'immutabilityPolicies' = if (manifestDays > 0 && !manifestsLocked) {
        name: 'default'
        properties: {
          immutabilityPeriodSinceCreationInDays: manifestDays
          allowProtectedAppendWrites: false
        }
      }
    }
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'content-grows-cold'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: {
                blobTypes: [
                  'blockBlob'
                ]
                prefixMatch: [
                  'content/'
                ]
              }
              actions: {
                baseBlob: {
                  tierToCool: {
                    daysAfterModificationGreaterThan: 30
                  }
                  tierToCold: {
                    daysAfterModificationGreaterThan: 120
                  }
                }
                version: {
                  delete: {
                    daysAfterCreationGreaterThan: 30
                  }
                }
              }
            }
          }
          // What is wanted again later is put or rendered again; a running job leaves a version every two seconds.
          {
            name: 'worker-forgets'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: {
                blobTypes: [
                  'blockBlob'
                ]
                prefixMatch: [
                  'worker/'
                ]
              }
              actions: {
                baseBlob: {
                  delete: {
                    daysAfterModificationGreaterThan: 14
                  }
                }
                version: {
                  delete: {
                    daysAfterCreationGreaterThan: 1
                  }
                }
              }
            }
          }
        ]
      }
    }
  }
}

output id string = account.id
output name string = account.name
output blobUrl string = account.properties.primaryEndpoints.blob
output queueUrl string = account.properties.primaryEndpoints.queue
output tableUrl string = account.properties.primaryEndpoints.table
output contentContainer string = account::blobs::content.name
output manifestsContainer string = account::blobs::manifests.name
output identityContainer string = account::blobs::identity.name
output jobsContainer string = account::blobs::jobs.name
output deploymentsContainer string = account::blobs::deployments.name
