using System.Text.Json.Serialization;

namespace SoraFunctions.Azure.Moderation;

/// <summary>Body of <c>text:shieldPrompt</c>.</summary>
internal sealed record ShieldQuestion(string UserPrompt, IReadOnlyList<string> Documents);

/// <summary>Its answer: one analysis for each document, in order.</summary>
internal sealed record ShieldAnswer(ShieldAnalysis? UserPromptAnalysis, IReadOnlyList<ShieldAnalysis>? DocumentsAnalysis);

/// <summary>Whether a text is an attack.</summary>
internal sealed record ShieldAnalysis(bool AttackDetected);

/// <summary>The JSON of prompt shields.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShieldQuestion))]
[JsonSerializable(typeof(ShieldAnswer))]
internal sealed partial class ContentSafetyWords : JsonSerializerContext;
