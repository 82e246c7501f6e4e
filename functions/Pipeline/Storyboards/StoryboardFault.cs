namespace SoraFunctions.Pipeline.Storyboards;

/// <summary>Something in a storyboard that can't be filmed.</summary>
/// <param name="Field">Path of the field as JSON writes it, such as <c>shots[2].camera.lens</c>.</param>
/// <param name="Wrong">What is wrong, in plain words.</param>
/// <param name="Accepted">What would be accepted.</param>
public sealed record StoryboardFault(string Field, string Wrong, string Accepted)
{
    /// <summary>One sentence for the caller.</summary>
    public override string ToString() => $"{Field} {Wrong}; accepted: {Accepted}.";
}
