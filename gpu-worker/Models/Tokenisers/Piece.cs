namespace SoraFunctions.Models.Tokenisers;

/// <summary>A piece of a vocabulary; its id is its place.</summary>
/// <param name="Text">The text, with U+2581 for a space.</param>
/// <param name="Score">The logarithm of its probability.</param>
/// <param name="Kind">What it is for.</param>
public sealed record Piece(string Text, float Score, PieceKind Kind = PieceKind.Normal);
