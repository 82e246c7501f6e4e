namespace SoraFunctions.Pipeline.Moderation;

/// <summary>A text to be judged.</summary>
/// <param name="Field">Where it came from, such as <c>prompt</c> or <c>product.title</c>.</param>
/// <param name="Text">Its words.</param>
public sealed record ModeratedText(string Field, string Text);
