namespace SoraFunctions.Api.Authentication;

/// <summary>A new key. This is the only time that it is seen: just its hash is kept.</summary>
/// <param name="Id">Id of its row.</param>
/// <param name="Secret">What the caller sends as bearer token: <c>sk-sora-</c> and 43 characters.</param>
public sealed record IssuedKey(string Id, string Secret);
