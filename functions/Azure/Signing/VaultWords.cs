using System.Text.Json.Serialization;

namespace SoraFunctions.Azure.Signing;

/// <summary>Answer to a question for a key.</summary>
internal sealed record VaultKeyAnswer(VaultJwk? Key);

/// <summary>A public key (RFC 7517): its versioned address and kind; curve and coordinates, or modulus and exponent, in base64url.</summary>
internal sealed record VaultJwk(string Kid, string Kty, string? Crv, string? X, string? Y, string? N, string? E);

/// <summary>Order to sign a hash.</summary>
internal sealed record SignOrder(string Alg, string Value);

/// <summary>The signature in base64url; of elliptic keys r and s of fixed width.</summary>
internal sealed record SignAnswer(string? Value);

/// <summary>The vault's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VaultKeyAnswer))]
[JsonSerializable(typeof(SignOrder))]
[JsonSerializable(typeof(SignAnswer))]
internal sealed partial class VaultWords : JsonSerializerContext;
