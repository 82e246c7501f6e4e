// The image that a container app runs now, so that a new deployment of the infrastructure does not take it away.
param name string
param exists bool

resource app 'Microsoft.App/containerApps@2025-07-01' existing = if (exists) {
  name: name
}

// Listens elsewhere and renders nothing; the app has no replicas until the first image is pushed.
var placeholder = 'mcr.microsoft.com/k8se/quickstart:latest'

output image string = exists ? app!.properties.template.containers[0].image : placeholder
