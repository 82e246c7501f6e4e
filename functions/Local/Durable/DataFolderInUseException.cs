namespace SoraFunctions.Local.Durable;

/// <summary>Another process has the data folder; the message says which, and what to do.</summary>
internal sealed class DataFolderInUseException(string message, Exception cause) : InvalidOperationException(message, cause);
