using System.Text.Json.Serialization;

namespace SoraFunctions.Azure.Moderation;

/// <summary>Body of <c>text:analyze</c>.</summary>
internal sealed record TextQuestion(string Text, string OutputType);

/// <summary>Body of <c>image:analyze</c>.</summary>
internal sealed record PictureQuestion(PictureContent Image, string OutputType);

/// <summary>A picture's bytes, base64 on the wire.</summary>
internal sealed record PictureContent(byte[] Content);

/// <summary>Answer of both.</summary>
internal sealed record Analysis(IReadOnlyList<CategoryAnalysis> CategoriesAnalysis);

/// <summary>One category: Hate, SelfHarm, Sexual or Violence; 0 to 7 for texts, 0 to 6 for pictures.</summary>
internal sealed record CategoryAnalysis(string Category, int? Severity);

/// <summary>Body of <c>text:shieldPrompt</c>.</summary>
internal sealed record ShieldQuestion(string UserPrompt, IReadOnlyList<string> Documents);

/// <summary>Its answer: one analysis for each document, in order.</summary>
internal sealed record ShieldAnswer(ShieldAnalysis? UserPromptAnalysis, IReadOnlyList<ShieldAnalysis>? DocumentsAnalysis);

/// <summary>Whether a text is an attack.</summary>
internal sealed record ShieldAnalysis(bool AttackDetected);

/// <summary>The service's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TextQuestion))]
[JsonSerializable(typeof(PictureQuestion))]
[JsonSerializable(typeof(Analysis))]
[JsonSerializable(typeof(ShieldQuestion))]
[JsonSerializable(typeof(ShieldAnswer))]
internal sealed partial class ContentSafetyWords : JsonSerializerContext;
