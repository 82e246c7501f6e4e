// What someone must hear about. Columns of tables and names of platform metrics are unverified: look at each once there is data.
param location string
param tags object
param prefix string

@description('Address that hears of alerts; empty for nobody.')
param email string
param workspaceId string

@description('Account whose queues hold the orchestrations\' messages; empty when a scheduler has them.')
param storageId string

@description('Host name of the worker\'s address.')
param workerHost string

@description('Id of the app on GPUs; empty for none.')
param gpuAppId string
param tooManyWaiting int = 1000

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}-operators'
  location: 'Global'
  tags: tags
  properties: {
    groupShortName: 'sora'
    enabled: true
    emailReceivers: empty(email)
      ? []
      : [
          {
            name: 'operators'
            emailAddress: email
            useCommonAlertSchema: true
          }
        ]
  }
}

var queries = [
  {
    name: 'orchestrations-fail'
    severity: 1
    text: 'An orchestration ended in failure.'
    query: '''
      union AppExceptions, AppTraces
      | where SeverityLevel >= 3
      | where tostring(Properties.CategoryName) == 'SoraFunctions.Azure.Orchestrators.OrchestratorDoor'
          or tostring(Properties.Category) == 'SoraFunctions.Azure.Orchestrators.OrchestratorDoor'
    '''
  }
  {
    name: 'answers-5xx'
    severity: 1
    text: 'More than 5 % of at least 20 answers were server errors.'
    query: '''
      AppRequests
      | where isnotempty(Url)
      | summarize answers = count(), errors = countif(toint(ResultCode) >= 500) by bin(TimeGenerated, 15m)
      | where answers >= 20 and errors * 20 > answers
    '''
  }
  {
    name: 'worker-unreachable'
    severity: 1
    text: 'Calls to the worker found nobody.'
    query: '''
      AppDependencies
      | where Target has 'WORKER_HOST' and Success == false
      | where toint(ResultCode) in (0, 502, 503, 504)
      | summarize misses = count() by bin(TimeGenerated, 15m)
      | where misses >= 10
    '''
  }
]

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for item in queries: {
    name: '${prefix}-${item.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: item.text
      severity: item.severity
      enabled: true
      scopes: [
        workspaceId
      ]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        allOf: [
          {
            query: replace(item.query, 'WORKER_HOST', workerHost)
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          group.id
        ]
      }
      // The tables appear with the first telemetry.
      skipQueryValidation: true
      autoMitigate: true
    }
  }
]

// A queue's age is no metric; a long queue is what an old one looks like. The platform counts once an hour.
resource waiting 'Microsoft.Insights/metricAlerts@2018-03-01' = if (!empty(storageId)) {
  name: '${prefix}-work-waits'
  location: 'global'
  tags: tags
  properties: {
    description: 'More messages of orchestrations wait than the app takes.'
    severity: 2
    enabled: true
    scopes: [
      '${storageId}/queueServices/default'
    ]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'messages'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts/queueServices'
          metricName: 'QueueMessageCount'
          operator: 'GreaterThan'
          threshold: tooManyWaiting
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [
      {
        actionGroupId: group.id
      }
    ]
  }
}

// Both must hold: a replica was there for the whole hour, and hardly anyone called it.
resource idleGpu 'Microsoft.Insights/metricAlerts@2018-03-01' = if (!empty(gpuAppId)) {
  name: '${prefix}-gpu-idle'
  location: 'global'
  tags: tags
  properties: {
    description: 'A GPU is paid for and does nothing.'
    severity: 2
    enabled: true
    scopes: [
      gpuAppId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'replicas'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.App/containerApps'
          metricName: 'Replicas'
          operator: 'GreaterThanOrEqual'
          threshold: 1
          timeAggregation: 'Minimum'
        }
        {
          name: 'calls'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.App/containerApps'
          metricName: 'Requests'
          operator: 'LessThan'
          threshold: 2
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [
      {
        actionGroupId: group.id
      }
    ]
  }
}

output actionGroupId string = group.id
