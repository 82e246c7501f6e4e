namespace SoraFunctions.Models.Conversion;

/// <summary>A model of TensorFlow.js cannot be converted: it is damaged, or has something that the converter does not know.</summary>
/// <param name="message">What stands in the way, by its name in the model.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class ConversionException(string message, Exception? inner = null) : Exception(message, inner);
