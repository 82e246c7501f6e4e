namespace SoraFunctions.Service.Tests;

public sealed class InProcessWorkerTests : WorkerSpecification
{
    public override Task InitializeAsync()
    {
        Worker = Under.Worker;
        return Task.CompletedTask;
    }
}
