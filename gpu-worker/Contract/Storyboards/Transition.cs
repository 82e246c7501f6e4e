namespace SoraFunctions.Contract.Storyboards;

/// <summary>How a shot begins from the one before it.</summary>
/// <param name="Kind">What is seen.</param>
/// <param name="Seconds">How long, 0 to 1.5; zero for a hard cut. The transition lies inside this shot's own first seconds.</param>
public sealed record Transition(TransitionKind Kind = TransitionKind.Cut, decimal Seconds = 0m);
