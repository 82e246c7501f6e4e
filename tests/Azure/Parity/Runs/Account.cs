using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Azure.Tests.Parity.Runs;

/// <summary>What is to be told of a run.</summary>
internal sealed record Account(IReadOnlyList<string> Asked, IReadOnlyList<string> Ran, IReadOnlyList<string> Ends);
