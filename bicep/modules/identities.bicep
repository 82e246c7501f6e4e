// Two identities: the functions may read and write data, the workers may fetch their image and their token, and share jobs
// in one container.
param location string
param tags object
param functionsName string
param workerName string

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: functionsName
  location: location
  tags: tags
}

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: workerName
  location: location
  tags: tags
}

output functionsId string = functions.id
output functionsClientId string = functions.properties.clientId
output functionsPrincipalId string = functions.properties.principalId
output workerId string = worker.id
output workerClientId string = worker.properties.clientId
