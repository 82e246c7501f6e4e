using System.Runtime.CompilerServices;

// Wide locals are many and large: clearing them at each call would cost a tenth of a frame. What is stackalloc'ed holds anything.
[module: SkipLocalsInit]
