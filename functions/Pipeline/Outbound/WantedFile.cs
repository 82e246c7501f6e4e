namespace SoraFunctions.Pipeline.Outbound;

/// <summary>A kind of file that requests name by address.</summary>
/// <param name="Kind">What it is in plain words, such as <c>picture</c>.</param>
/// <param name="LargestLength">Most bytes.</param>
/// <param name="Accepted">What is accepted, in words.</param>
/// <param name="DataUrl">How one begins as a data: URL.</param>
/// <param name="Invalid">Error code of bytes that are none.</param>
/// <param name="Unreachable">Error code of an address that gives none.</param>
public sealed record WantedFile(string Kind, int LargestLength, string Accepted, string DataUrl, string Invalid, string Unreachable);
