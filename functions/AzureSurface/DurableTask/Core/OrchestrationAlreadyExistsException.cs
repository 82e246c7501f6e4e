namespace DurableTask.Core.Exceptions;

public class OrchestrationAlreadyExistsException(string message) : InvalidOperationException(message);
