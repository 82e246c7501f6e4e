namespace SoraFunctions.Models.Catalog;

/// <summary>A helper model cannot be used here.</summary>
/// <param name="message">Why, and how to get it.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class HelperModelException(string message, Exception? inner = null) : Exception(message, inner);
