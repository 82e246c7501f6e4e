namespace SoraFunctions.Commerce.Ucp;

/// <summary>Why a call was not taken.</summary>
/// <param name="Code">What it is, for machines.</param>
/// <param name="Content">What it is.</param>
public sealed record UcpFault(string Code, string Content);
