namespace SoraFunctions.Pipeline.Requests;

/// <summary>A likeness that an order names.</summary>
/// <param name="Id">Of the character.</param>
/// <param name="Name">What the words of the order call it.</param>
/// <param name="Picture">What it looks like, cut out where that could be done.</param>
/// <param name="Person">Whether it is a person, who has agreed to be shown.</param>
public sealed record Character(string Id, string Name, Picture Picture, bool Person);
