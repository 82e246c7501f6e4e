namespace SoraFunctions.Contract.Storyboards;

/// <summary>Words shown during a shot.</summary>
/// <param name="Text">The words, at most 120 characters.</param>
/// <param name="Role">What they are, which decides size and place.</param>
public sealed record Caption(string Text, CaptionRole Role = CaptionRole.Line);
