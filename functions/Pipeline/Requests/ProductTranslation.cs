namespace SoraFunctions.Pipeline.Requests;

/// <summary>What a shop says about a product in another language.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Title">Its name, 1 to 200 characters.</param>
/// <param name="Description">What the shop says about it, up to 8,000 characters, plain text.</param>
public sealed record ProductTranslation(string Language, string Title, string Description);
