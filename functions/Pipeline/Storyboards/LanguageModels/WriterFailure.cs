namespace SoraFunctions.Pipeline.Storyboards.LanguageModels;

/// <summary>A model gave no storyboard.</summary>
/// <param name="reason">Why, in words that may be shown to the caller: nothing of the server's own.</param>
/// <param name="inner">What happened.</param>
internal sealed class WriterFailure(string reason, Exception? inner = null) : Exception(reason, inner);
