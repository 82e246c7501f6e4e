namespace SoraFunctions.Models.Reading;

/// <summary>A line of text in a picture.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Confidence">How sure the reader is of its characters, 0 to 1: their mean.</param>
/// <param name="Box">Where it is.</param>
public sealed record TextLine(string Text, float Confidence, TextBox Box);
