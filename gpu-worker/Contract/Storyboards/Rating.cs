namespace SoraFunctions.Contract.Storyboards;

/// <summary>What buyers think of a product.</summary>
/// <param name="Stars">0 to 5; drawn as five stars, filled that far.</param>
/// <param name="Text">What stands beside them, as a reader of the language would write it, such as <c>4.8 (1,234)</c>; at most 40 characters.</param>
public sealed record Rating(double Stars, string Text);
