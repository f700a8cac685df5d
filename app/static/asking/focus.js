// Whoever reads by ear, or by keys, begins at what is wrong.
document.querySelector("#errors, #problem")?.focus();
