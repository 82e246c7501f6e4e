// How big a deployment is. main.bicep takes one; dev and prod are two to begin with.

@export()
@description('Everything that costs money or keeps data, in one place.')
type Size = {
  @description('Copies of every blob: LRS one building, ZRS three zones, GZRS also another region.')
  storageSku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS' | 'Standard_RAGZRS'
  postgres: {
    sku: string
    tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized'
    storageGb: int
    @description('How far back a restore can go.')
    @minValue(7)
    @maxValue(35)
    backupDays: int
    geoBackup: 'Enabled' | 'Disabled'
    highAvailability: 'Disabled' | 'SameZone' | 'ZoneRedundant'
    @description('Connections of one instance of the functions; times all instances it must fit what the server takes.')
    connectionsPerInstance: int
  }
  functions: {
    memoryMb: 512 | 2048 | 4096
    @description('Most on-demand instances per function group; bursts go over it, so it is not a spend cap.')
    maximumInstances: int
    @description('Instances for orchestrations that never go away; 0 lets them start when there is work.')
    alwaysReadyDurable: int
  }
  @description('Where orchestrations are kept.')
  durable: 'AzureStorage' | 'Scheduler'
  @description('Most replicas of the worker that renders with the embedded engine on CPUs.')
  worldReplicas: int
  gpu: {
    profile: 'none' | 'Consumption-GPU-NC8as-T4' | 'Consumption-GPU-NC24-A100'
    @description('Most replicas, one GPU each; the quota of the subscription is the other limit.')
    replicas: int
  }
  contentSafetySku: 'F0' | 'S0'
  registrySku: 'Basic' | 'Standard' | 'Premium'
  logs: {
    retentionDays: int
    @description('Ingestion stops for the day at this many GB; -1 for no limit.')
    dailyGb: int
  }
  @description('Spend per month that warns, in the currency of the bill.')
  monthlyBudget: int
  @description('Days that a manifest can be neither changed nor removed; 0 for no such rule.')
  @minValue(0)
  @maxValue(146000)
  manifestDays: int
  @description('Whether a removed key vault can be emptied before its 90 days; once on it stays on.')
  purgeProtection: bool
  @description('Whether services talk over a virtual network.')
  privateNetwork: bool
}

@export()
@description('To try it: everything scales to zero but the database.')
var dev = {
  storageSku: 'Standard_LRS'
  postgres: {
    sku: 'Standard_B1ms'
    tier: 'Burstable'
    storageGb: 32
    backupDays: 7
    geoBackup: 'Disabled'
    highAvailability: 'Disabled'
    connectionsPerInstance: 5
  }
  functions: {
    memoryMb: 2048
    maximumInstances: 40
    alwaysReadyDurable: 0
  }
  durable: 'AzureStorage'
  worldReplicas: 3
  gpu: {
    profile: 'none'
    replicas: 0
  }
  contentSafetySku: 'F0'
  registrySku: 'Basic'
  logs: {
    retentionDays: 30
    dailyGb: 1
  }
  monthlyBudget: 100
  manifestDays: 0
  purgeProtection: false
  privateNetwork: false
}

@export()
@description('For customers: zones, a second region for what cannot be made again, a private network.')
var prod = {
  storageSku: 'Standard_GZRS'
  postgres: {
    sku: 'Standard_D2ds_v5'
    tier: 'GeneralPurpose'
    storageGb: 128
    backupDays: 35
    geoBackup: 'Enabled'
    highAvailability: 'ZoneRedundant'
    connectionsPerInstance: 5
  }
  functions: {
    memoryMb: 2048
    maximumInstances: 100
    alwaysReadyDurable: 1
  }
  durable: 'AzureStorage'
  worldReplicas: 50
  gpu: {
    profile: 'none'
    replicas: 0
  }
  contentSafetySku: 'S0'
  registrySku: 'Premium'
  logs: {
    retentionDays: 90
    dailyGb: 10
  }
  monthlyBudget: 5000
  manifestDays: 365
  purgeProtection: true
  privateNetwork: true
}
