// A worker behind one address. All replicas share jobs and assets in a blob container, so that each of them answers for each job.
param location string
param tags object
param name string
param environmentId string
param identityId string
param identityClientId string

@description('App ID URI for which callers\' tokens must be; empty for the token from the vault.')
param callerAudience string

@description('Object ID of the identity that may call.')
param callerId string

@description('Address of the container that the replicas share.')
param storeUrl string
param registryServer string
param image string
param workerTokenUrl string

@description('Name of the profile in the environment.')
param profile string

@description('Cores. Whole ones, since the type is.')
param cores int
param memory string

@description('Bytes for the assets that a replica keeps at hand; what it may write beside them is the rest of its disk.')
param diskBudget string
param maximumReplicas int

@description('Address of an OpenTelemetry collector; empty for none.')
param collectorUrl string

@description('Calls in flight per replica before another one is started: a shot and a cut run side by side.')
param callsPerReplica int = 2

resource app 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: profile
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        // Beyond the app, not beyond the environment: a private one is closed to the internet all the same.
        external: true
        targetPort: 8080
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: empty(callerAudience)
        ? [
            {
              name: 'worker-token'
              keyVaultUrl: workerTokenUrl
              identity: identityId
            }
          ]
        : []
    }
    template: {
      // A replica that is told to go takes no more jobs, and has SORA_WORKER_GRACE to end what runs; the rest another one begins at once.
      // The longest that is accepted is unverified.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'worker'
          image: image
          resources: {
            cpu: cores
            memory: memory
          }
          env: concat(
            [
              {
                name: 'SORA_WORKER_STORE'
                value: storeUrl
              }
              {
                name: 'SORA_WORKER_IDENTITY'
                value: identityClientId
              }
              {
                name: 'SORA_WORKER_DISK_BUDGET'
                value: diskBudget
              }
              {
                name: 'SORA_WORKER_GRACE'
                value: '45'
              }
            ],
            empty(callerAudience)
              ? [
                  {
                    name: 'SORA_WORKER_TOKEN'
                    secretRef: 'worker-token'
                  }
                ]
              : [
                  {
                    name: 'SORA_WORKER_AUTHORITY'
                    value: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
                  }
                  {
                    name: 'SORA_WORKER_AUDIENCE'
                    value: callerAudience
                  }
                  {
                    name: 'SORA_WORKER_CALLERS'
                    value: callerId
                  }
                ],
            empty(collectorUrl)
              ? []
              : [
                  {
                    name: 'OTEL_EXPORTER_OTLP_ENDPOINT'
                    value: collectorUrl
                  }
                ]
          )
          // Without probes of ours the platform adds some that give an image of several GB too little time.
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: 8080
              }
              periodSeconds: 30
              failureThreshold: 10
              timeoutSeconds: 10
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 8080
              }
              periodSeconds: 30
              failureThreshold: 10
              timeoutSeconds: 10
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 8080
              }
              periodSeconds: 15
              failureThreshold: 4
              timeoutSeconds: 10
            }
          ]
        }
      ]
      scale: {
        minReplicas: 0
        maxReplicas: maximumReplicas
        cooldownPeriod: 300
        pollingInterval: 30
        rules: [
          {
            name: 'calls'
            http: {
              metadata: {
                concurrentRequests: string(callsPerReplica)
              }
            }
          }
        ]
      }
    }
  }
}

output id string = app.id
output name string = app.name
output url string = 'https://${app.properties.configuration.ingress.fqdn}'
