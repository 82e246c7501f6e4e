namespace SoraFunctions.Service.Stores;

/// <summary>The store can't be reached or answers with a failure of its own; what was asked may or may not have been done.</summary>
/// <param name="message">What happened.</param>
/// <param name="cause">What led to it; null for none.</param>
public sealed class StoreUnavailableException(string message, Exception? cause = null) : IOException(message, cause);
