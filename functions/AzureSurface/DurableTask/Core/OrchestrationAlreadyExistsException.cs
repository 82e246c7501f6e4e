namespace DurableTask.Core.Exceptions;

public class OrchestrationAlreadyExistsException(string message) : Exception(message);
