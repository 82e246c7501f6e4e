namespace SoraFunctions.Api.Shopify;

/// <summary>A back-fill that is under way.</summary>
internal sealed record BackFillObject(string Object, string Shop, bool Begun);
